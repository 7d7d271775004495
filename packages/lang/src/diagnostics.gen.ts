// Written by `pnpm generate`; do not edit.
import { H1001 } from "./syntax/H1001-unterminated/index.ts";
import { H1002 } from "./syntax/H1002-stray-character/index.ts";
import { H1003 } from "./syntax/H1003-invisible-character/index.ts";
import { H1004 } from "./syntax/H1004-missing-brace/index.ts";
import { H1005 } from "./syntax/H1005-extra-brace/index.ts";
import { H1006 } from "./syntax/H1006-missing-bracket/index.ts";
import { H1007 } from "./syntax/H1007-missing/index.ts";
import { H1008 } from "./syntax/H1008-unexpected/index.ts";
import { H1009 } from "./syntax/H1009-unknown-word/index.ts";
import { H1010 } from "./syntax/H1010-glued-words/index.ts";
import { H1011 } from "./syntax/H1011-chinese-number/index.ts";
import { H1012 } from "./syntax/H1012-comma-in-brackets/index.ts";
import { H1014 } from "./syntax/H1014-missing-separator/index.ts";
import { H1015 } from "./syntax/H1015-limit/index.ts";
import { H1017 } from "./syntax/H1017-unquoted-name/index.ts";
import { H1101 } from "./model/H1101-unknown-name/index.ts";
import { H1102 } from "./model/H1102-name-twice/index.ts";
import { H1103 } from "./model/H1103-unused/index.ts";
import { H1104 } from "./model/H1104-circular-definition/index.ts";
import { H1105 } from "./model/H1105-name-not-allowed-here/index.ts";
import { H1106 } from "./model/H1106-wrong-arguments/index.ts";
import { H1107 } from "./model/H1107-not-allowed-here/index.ts";
import { H1108 } from "./model/H1108-part-missing/index.ts";
import { H1110 } from "./model/H1110-comes-later/index.ts";
import { H1111 } from "./model/H1111-range-not-constant/index.ts";
import { H1112 } from "./model/H1112-range-empty/index.ts";
import { H1113 } from "./model/H1113-property-twice/index.ts";
import { H1114 } from "./model/H1114-unknown-treatment/index.ts";
import { H1115 } from "./model/H1115-scenario-value/index.ts";
import { H1116 } from "./model/H1116-ambiguous-name/index.ts";
import { H1117 } from "./model/H1117-include-not-found/index.ts";
import { H1118 } from "./model/H1118-year-differs/index.ts";
import { H1119 } from "./model/H1119-cross-check-sign/index.ts";
import { H1120 } from "./model/H1120-expansion-limit/index.ts";
import { H1121 } from "./model/H1121-too-many-indicators/index.ts";
import { H1202 } from "./model/H1202-total-unequal/index.ts";
import { H1203 } from "./model/H1203-too-many-decimals/index.ts";
import { H1204 } from "./model/H1204-children-unequal/index.ts";
import { H1205 } from "./methods/checklist/H1205-checklist-points/index.ts";
import { H1206 } from "./model/H1206-shares-unequal/index.ts";
import { H1207 } from "./model/H1207-not-positive/index.ts";
import { H1208 } from "./model/H1208-too-deep/index.ts";
import { H1301 } from "./model/H1301-units-differ/index.ts";
import { H1302 } from "./model/H1302-number-for-ratio/index.ts";
import { H1303 } from "./model/H1303-percent-for-percentage-point/index.ts";
import { H1304 } from "./model/H1304-step-in-percent/index.ts";
import { H1305 } from "./model/H1305-points-expected/index.ts";
import { H1306 } from "./model/H1306-condition-or-figure/index.ts";
import { H1307 } from "./model/H1307-unit-missing/index.ts";
import { H1308 } from "./model/H1308-unknown-unit/index.ts";
import { H1309 } from "./model/H1309-bad-number/index.ts";
import { H1401 } from "./model/H1401-clause-missing/index.ts";
import { H1402 } from "./model/H1402-nothing-measured/index.ts";
import { H1403 } from "./model/H1403-field-of-other-kind/index.ts";
import { H1404 } from "./model/H1404-clause-twice/index.ts";
import { H1410 } from "./methods/proportional/H1410-reading-not-given/index.ts";
import { H1411 } from "./methods/proportional/H1411-reading-not-fitting/index.ts";
import { H1412 } from "./methods/proportional/H1412-no-target/index.ts";
import { H1413 } from "./methods/proportional/H1413-no-proportion/index.ts";
import { H1414 } from "./methods/proportional/H1414-limit-incomplete/index.ts";
import { H1415 } from "./methods/proportional/H1415-limit-against-target/index.ts";
import { H1416 } from "./methods/proportional/H1416-limit-not-of-completion/index.ts";
import { H1417 } from "./methods/threshold/H1417-nothing-to-meet/index.ts";
import { H1419 } from "./methods/deduct/H1419-row-incomplete/index.ts";
import { H1420 } from "./methods/deduct/H1420-row-contradictory/index.ts";
import { H1421 } from "./methods/deduct/H1421-step-not-positive/index.ts";
import { H1422 } from "./methods/deduct/H1422-amount-not-positive/index.ts";
import { H1423 } from "./methods/deduct/H1423-judged-range/index.ts";
import { H1424 } from "./methods/adjust-from/H1424-base-above-cap/index.ts";
import { H1425 } from "./methods/adjust-from/H1425-base-below-zero/index.ts";
import { H1426 } from "./methods/deduct/H1426-amount-above-points/index.ts";
import { H1427 } from "./methods/adjust-from/H1427-cap-from-data/index.ts";
import { H1428 } from "./methods/bands/H1428-row-without-band/index.ts";
import { H1429 } from "./methods/bands/H1429-option-without-band/index.ts";
import { H1430 } from "./methods/bands/H1430-unknown-option/index.ts";
import { H1431 } from "./methods/bands/H1431-band-twice/index.ts";
import { H1432 } from "./methods/bands/H1432-ladder-and-intervals/index.ts";
import { H1433 } from "./methods/bands/H1433-ladder-direction/index.ts";
import { H1434 } from "./methods/bands/H1434-otherwise-not-last/index.ts";
import { H1435 } from "./methods/bands/H1435-result-missing/index.ts";
import { H1436 } from "./methods/bands/H1436-result-outside-points/index.ts";
import { H1437 } from "./methods/bands/H1437-straight-without-edges/index.ts";
import { H1438 } from "./methods/bands/H1438-row-of-other-kind/index.ts";
import { H1439 } from "./methods/interpolate/H1439-points-not-ascending/index.ts";
import { H1440 } from "./methods/interpolate/H1440-too-few-points/index.ts";
import { H1442 } from "./methods/checklist/H1442-uneven-shares/index.ts";
import { H1443 } from "./methods/checklist/H1443-not-an-item/index.ts";
import { H1444 } from "./methods/checklist/H1444-item-twice/index.ts";
import { H1445 } from "./methods/checklist/H1445-item-without-points/index.ts";
import { H1446 } from "./methods/checklist/H1446-contradictory-ways/index.ts";
import { H1447 } from "./methods/checklist/H1447-clause-incomplete/index.ts";
import { H1448 } from "./methods/checklist/H1448-requires-circle/index.ts";
import { H1449 } from "./methods/checklist/H1449-item-points/index.ts";
import { H1450 } from "./methods/qualitative/H1450-not-a-grade/index.ts";
import { H1451 } from "./methods/qualitative/H1451-grade-twice/index.ts";
import { H1452 } from "./methods/qualitative/H1452-cut-not-shares/index.ts";
import { H1453 } from "./methods/qualitative/H1453-cuts-apart/index.ts";
import { H1455 } from "./methods/judged/H1455-range-outside/index.ts";
import { H1456 } from "./methods/judged/H1456-range-not-fixed/index.ts";
import { H1458 } from "./methods/expression/H1458-not-points/index.ts";
import { H1465 } from "./methods/first-of/H1465-no-otherwise/index.ts";
import { H1466 } from "./methods/first-of/H1466-after-otherwise/index.ts";
import { H1467 } from "./methods/first-of/H1467-row-condition/index.ts";
import { H1469 } from "./methods/best-of/H1469-too-few/index.ts";
import { H1471 } from "./methods/open/H1471-standard-open/index.ts";
import { H1501 } from "./model/H1501-grades-not-descending/index.ts";
import { H1502 } from "./model/H1502-grade-gap/index.ts";
import { H1503 } from "./model/H1503-grade-unreachable/index.ts";
import { H1504 } from "./model/H1504-grade-sign/index.ts";
import { H2001 } from "./model/H2001-too-many-digits/index.ts";

export const DIAGNOSTICS = [
  H1001,
  H1002,
  H1003,
  H1004,
  H1005,
  H1006,
  H1007,
  H1008,
  H1009,
  H1010,
  H1011,
  H1012,
  H1014,
  H1015,
  H1017,
  H1101,
  H1102,
  H1103,
  H1104,
  H1105,
  H1106,
  H1107,
  H1108,
  H1110,
  H1111,
  H1112,
  H1113,
  H1114,
  H1115,
  H1116,
  H1117,
  H1118,
  H1119,
  H1120,
  H1121,
  H1202,
  H1203,
  H1204,
  H1205,
  H1206,
  H1207,
  H1208,
  H1301,
  H1302,
  H1303,
  H1304,
  H1305,
  H1306,
  H1307,
  H1308,
  H1309,
  H1401,
  H1402,
  H1403,
  H1404,
  H1410,
  H1411,
  H1412,
  H1413,
  H1414,
  H1415,
  H1416,
  H1417,
  H1419,
  H1420,
  H1421,
  H1422,
  H1423,
  H1424,
  H1425,
  H1426,
  H1427,
  H1428,
  H1429,
  H1430,
  H1431,
  H1432,
  H1433,
  H1434,
  H1435,
  H1436,
  H1437,
  H1438,
  H1439,
  H1440,
  H1442,
  H1443,
  H1444,
  H1445,
  H1446,
  H1447,
  H1448,
  H1449,
  H1450,
  H1451,
  H1452,
  H1453,
  H1455,
  H1456,
  H1458,
  H1465,
  H1466,
  H1467,
  H1469,
  H1471,
  H1501,
  H1502,
  H1503,
  H1504,
  H2001,
] as const;
