/** Workbooks: an entry of their own, since few calls write one and what packs them takes long to load. */
export {
  CELL_TEXT,
  ROW_HEIGHT,
  type CellStyle,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Workbook,
} from "./sheet.ts";
export { writeXlsx } from "./write.ts";
