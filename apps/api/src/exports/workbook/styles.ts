const FONT = '<name val="Calibri"/><family val="2"/>';
const SIZE = '<sz val="11"/>';
const look = (more: string) => `<xf xfId="0" borderId="0" ${more}/>`;

/** How cells look, in the order of `LOOKS`. */
const CELLS = [
  look('fontId="0" fillId="0" numFmtId="0"'),
  look('fontId="1" fillId="2" numFmtId="0" applyFont="1" applyFill="1"'),
  look('fontId="0" fillId="0" numFmtId="164" applyNumberFormat="1"'),
  look('fontId="0" fillId="0" numFmtId="165" applyNumberFormat="1"'),
  look('fontId="0" fillId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"'),
  look('fontId="2" fillId="0" numFmtId="0" applyFont="1"'),
];

/** The styles of a workbook: heads bold on grey, days and instants as ISO 8601 writes them, links underlined. */
export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm:ss"/></numFmts><fonts count="3"><font>${SIZE}${FONT}</font><font><b/>${SIZE}${FONT}</font><font><u/>${SIZE}<color rgb="FF0563C1"/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E9ED"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${CELLS.length}">${CELLS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
