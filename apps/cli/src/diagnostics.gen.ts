// Written by `pnpm generate`; do not edit.
import { H4101 } from "./files/H4101-not-found/index.ts";
import { H4102 } from "./files/H4102-folder/index.ts";
import { H4103 } from "./files/H4103-no-permission/index.ts";
import { H4104 } from "./files/H4104-too-big/index.ts";
import { H4105 } from "./files/H4105-not-readable/index.ts";
import { H4106 } from "./files/H4106-not-utf8/index.ts";
import { H4107 } from "./files/H4107-unknown-ruleset/index.ts";
import { H4108 } from "./files/H4108-unknown-kind/index.ts";
import { H4109 } from "./files/H4109-ruleset-not-told/index.ts";
import { H4110 } from "./files/H4110-not-written/index.ts";

export const DIAGNOSTICS = [H4101, H4102, H4103, H4104, H4105, H4106, H4107, H4108, H4109, H4110] as const;
