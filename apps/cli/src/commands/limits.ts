import { EXIT, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { table } from "../terminal/table.ts";
import { GROUPS, type Call, type CommandSpec } from "./command.ts";

export const limits: CommandSpec = {
  name: "limits",
  group: GROUPS.help,
  about: { zh: "各项上限", en: "the limits of everything that is read" },
  arguments: [],
  options: [],
  examples: [
    {
      line: "heng limits",
      about: { zh: "规则和数据的各项上限", en: "what rules and data may have at most" },
    },
  ],
  run,
};

async function run(_: Call, session: Session): Promise<Exit> {
  const { limitTable } = await import("@heng/forms");
  const rows = limitTable();
  if (session.json) {
    const list = rows.map(({ id, what, limit, unit }) => ({
      id,
      name: session.say(what),
      limit: String(limit),
      unit: session.say(unit),
    }));
    session.document({ schema: "heng.limits/1", limits: list });
    return EXIT.fine;
  }
  const { say } = session;
  const lines = table(
    [
      { head: say({ zh: "上限", en: "Limit" }), align: "left", least: 20 },
      { head: say({ zh: "至多", en: "At most" }), align: "right" },
      { head: "", align: "left" },
    ],
    rows.map(({ what, limit, unit }) => [say(what), grouped(limit), say(unit)]),
    session.columns,
  );
  for (const line of lines) session.out(line);
  session.out("");
  session.out(
    say({ zh: "恰好在上限的可以，超过一个就报错。", en: "At the limit is fine, one over is an error." }),
  );
  return EXIT.fine;
}

/** 1048576 as 1,048,576. */
function grouped(limit: number): string {
  return String(limit).replace(/\B(?=(\d{3})+$)/g, ",");
}
