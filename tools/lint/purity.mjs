// Bans that no built-in rule can express: rounding is a property of the call, not of the name.
const noNumberCall = {
  create(context) {
    const check = (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "Number") {
        const message = "Number(…) rounds to a binary float: keep amounts in @heng/number.";
        context.report({ node, message });
      }
    };
    return { CallExpression: check, NewExpression: check };
  },
};

export default { meta: { name: "heng" }, rules: { "no-number-call": noNumberCall } };
