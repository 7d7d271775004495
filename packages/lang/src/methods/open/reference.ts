import type { Reference } from "../../core/method.ts";
import type { openMethod } from "./index.ts";

export const reference: Reference<typeof openMethod.syntax> = () => {
  throw new Error("An open standard gives no points");
};
