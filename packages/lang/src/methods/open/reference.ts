import type { Reference } from "../../core/method.ts";
import type { openMethod } from "./index.ts";

export const reference: Reference<typeof openMethod.syntax> = (_m, _leaf, at) => at.fail("open");
