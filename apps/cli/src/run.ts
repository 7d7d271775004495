/** Runs a call from its words to its exit code; whatever goes wrong ends here. */
import { H4114 } from "./H4114-internal-fault/index.ts";
import type { Exit } from "./problems.ts";
import { EXIT, Stopped, UsageError } from "./problems.ts";
import { parseArguments } from "./parser.ts";
import type { Lang } from "@heng/lang";
import { openSession, type Session } from "./session.ts";
import { paint, render } from "./terminal/colour.ts";
import { wrap } from "./terminal/wrap.ts";

export async function run(words: readonly string[], version: string): Promise<void> {
  const session = openSession(settings(words));
  process.on("uncaughtException", (error) => {
    // What goes on after a fault is not to be relied on, its exit code least of all.
    process.exit(fault(error, session));
  });
  try {
    process.exitCode = await dispatch(words, version, session);
  } catch (error) {
    process.exitCode = await failed(error, session);
  }
}

async function dispatch(words: readonly string[], version: string, session: Session): Promise<Exit> {
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case "version":
      if (session.json) session.document({ schema: "heng.version/1", version });
      session.out(`heng ${version}`);
      return EXIT.fine;
    case "help": {
      const { help } = await import("./commands/help.ts");
      const lines = help(parsed.command, session.lang, session.columns);
      for (const line of lines) session.out(line);
      if (session.json) {
        const command = parsed.command?.name ?? null;
        session.document({ schema: "heng.help/1", command, text: render(lines.join("\n"), false) });
      }
      return parsed.asked ? EXIT.fine : EXIT.usage;
    }
    case "command":
      return parsed.command.run(parsed.call, session);
  }
}

/** The settings are needed before the call is parsed: to say that it could not be. */
function settings(words: readonly string[]): Parameters<typeof openSession>[0] {
  const end = words.indexOf("--");
  const options = end < 0 ? words : words.slice(0, end);
  const has = (flag: string): boolean => options.includes(flag);
  return {
    lang: language(options),
    json: has("--json"),
    quiet: has("--quiet"),
    debug: has("--debug"),
    colour: !has("--no-color") && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
  };
}

function language(options: readonly string[]): Lang {
  const at = options.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = options[at] === "--lang" ? options[at + 1] : options[at]?.slice("--lang=".length);
  return value === "en" ? "en" : "zh";
}

async function failed(error: unknown, session: Session): Promise<Exit> {
  if (error instanceof UsageError) {
    if (session.json) {
      const { diagnose } = await import("@heng/lang");
      const { H4112 } = await import("./H4112-wrong-usage/index.ts");
      const { report } = await import("./terminal/diagnostics.ts");
      report([diagnose(H4112, { words: error.words, mend: error.mend }, {})], session, "err");
      return EXIT.usage;
    }
    const title = paint("red", session.say({ zh: "错误", en: "error" }));
    const colon = session.say({ zh: "：", en: ": " });
    const lines = wrap(`${title}${colon}${session.say(error.words)}`, { width: session.columns, rest: "  " });
    for (const line of lines) session.err(line);
    if (error.mend) {
      for (const line of wrap(session.say(error.mend), { width: session.columns, first: "  ", rest: "  " }))
        session.err(line);
    }
    return EXIT.usage;
  }
  if (error instanceof Stopped) {
    const { report } = await import("./terminal/diagnostics.ts");
    report(error.diagnostics, session, "err", error.texts);
    return error.exit;
  }
  return fault(error, session);
}

/** A bug: with `--json` one document, unless another has been begun; else said in words. The stack only with `--debug`. */
function fault(error: unknown, session: Session): Exit {
  const what = error instanceof Error ? error.message : String(error);
  const stack = session.debug && error instanceof Error ? (error.stack ?? "") : "";
  const mend = session.say(H4114.mend({ what }));
  const message = session.say(H4114.message({ what }));
  if (!faultDocument({ message, mend }, session)) {
    session.err(message);
    if (stack === "") session.err(`  ${mend}`);
  }
  if (stack !== "") session.err(stack);
  return EXIT.fault;
}

/** Whether the document could be made. It is made here, of nothing that may be what failed or would first have to be loaded. */
function faultDocument(
  words: { readonly message: string; readonly mend: string },
  session: Session,
): boolean {
  if (!session.json || !session.retract()) return false;
  const { code, severity } = H4114;
  const nowhere = { file: null, start: null, end: null, related: [], fixes: [] };
  try {
    session.document({
      schema: "heng.diagnostics/1",
      diagnostics: [{ code, severity, ...words, ...nowhere }],
    });
    return true;
  } catch {
    session.retract();
    return false;
  }
}
