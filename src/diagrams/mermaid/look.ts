import { meanings, series } from '../theme.ts';
import { standIn } from './colours.ts';

const [ink, soft, line, node, border, paper, row, group, groupLine, faint] = [
  'ink',
  'soft',
  'line',
  'node',
  'node-line',
  'paper',
  'row',
  'group',
  'group-line',
  'faint',
].map(standIn);
const accent = standIn('service');
const accentFill = standIn('service-fill');
const warning = standIn('warning');
const warningFill = standIn('warning-fill');

/** A series colour by number, round and round. */
function nth(index: number): { line: string; fill: string } {
  const meaning = series[index % series.length] ?? 'muted';
  return { line: standIn(meaning), fill: standIn(`${meaning}-fill`) };
}

function numbered(
  count: number,
  name: (index: number) => string,
  value: (index: number) => string,
): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), value(at)]));
}

/** The series' colours for configuration keys that take a list. */
export const seriesLines = series.map((_, at) => nth(at).line);
export const seriesFills = series.map((_, at) => nth(at).fill);

/** Mermaid's theme variables, all of them stand-ins for the site's tokens. */
export const themeVariables = {
  fontFamily: 'Inter',
  fontSize: '14px',
  background: paper,
  primaryColor: node,
  primaryTextColor: ink,
  primaryBorderColor: border,
  secondaryColor: row,
  secondaryTextColor: ink,
  secondaryBorderColor: border,
  tertiaryColor: group,
  tertiaryTextColor: ink,
  tertiaryBorderColor: groupLine,
  lineColor: line,
  arrowheadColor: line,
  textColor: ink,
  mainBkg: node,
  nodeBkg: node,
  nodeBorder: border,
  nodeTextColor: ink,
  clusterBkg: group,
  clusterBorder: groupLine,
  titleColor: ink,
  edgeLabelBackground: paper,
  noteBkgColor: accentFill,
  noteBorderColor: accent,
  noteTextColor: ink,
  actorBkg: node,
  actorBorder: border,
  actorTextColor: ink,
  actorLineColor: faint,
  labelBoxBkgColor: group,
  labelBoxBorderColor: groupLine,
  labelTextColor: ink,
  loopTextColor: soft,
  signalColor: line,
  signalTextColor: ink,
  activationBkgColor: accentFill,
  activationBorderColor: accent,
  sequenceNumberColor: paper,
  rectBkgColor: group,
  sectionBkgColor: group,
  altSectionBkgColor: paper,
  sectionBkgColor2: row,
  excludeBkgColor: row,
  taskBorderColor: accent,
  taskBkgColor: accentFill,
  activeTaskBorderColor: accent,
  activeTaskBkgColor: accentFill,
  gridColor: faint,
  doneTaskBkgColor: node,
  doneTaskBorderColor: border,
  critBorderColor: warning,
  critBkgColor: warningFill,
  todayLineColor: warning,
  vertLineColor: accent,
  taskTextColor: ink,
  taskTextOutsideColor: ink,
  taskTextLightColor: ink,
  taskTextDarkColor: ink,
  taskTextClickableColor: accent,
  personBorder: border,
  personBkg: node,
  rowOdd: row,
  rowEven: node,
  attributeBackgroundColorOdd: paper,
  attributeBackgroundColorEven: row,
  transitionColor: line,
  transitionLabelColor: ink,
  stateLabelColor: ink,
  stateBkg: node,
  labelBackgroundColor: paper,
  compositeBackground: group,
  altBackground: group,
  compositeTitleBackground: node,
  compositeBorder: groupLine,
  innerEndBackground: line,
  specialStateColor: line,
  errorBkgColor: warningFill,
  errorTextColor: ink,
  classText: ink,
  relationColor: line,
  relationLabelBackground: paper,
  relationLabelColor: ink,
  requirementBackground: node,
  requirementBorderColor: border,
  requirementTextColor: ink,
  pieTitleTextSize: '16px',
  pieTitleTextColor: ink,
  pieSectionTextSize: '14px',
  pieSectionTextColor: ink,
  pieLegendTextSize: '14px',
  pieLegendTextColor: ink,
  pieStrokeColor: paper,
  pieStrokeWidth: '2px',
  pieOuterStrokeWidth: '0px',
  pieOuterStrokeColor: paper,
  pieOpacity: '1',
  quadrant1Fill: accentFill,
  quadrant2Fill: node,
  quadrant3Fill: row,
  quadrant4Fill: node,
  quadrant1TextFill: soft,
  quadrant2TextFill: soft,
  quadrant3TextFill: soft,
  quadrant4TextFill: soft,
  quadrantPointFill: accent,
  quadrantPointTextFill: ink,
  quadrantXAxisTextFill: ink,
  quadrantYAxisTextFill: ink,
  quadrantInternalBorderStrokeFill: faint,
  quadrantExternalBorderStrokeFill: border,
  quadrantTitleFill: ink,
  branchLabelColor: ink,
  tagLabelColor: ink,
  tagLabelBackground: accentFill,
  tagLabelBorder: accent,
  tagLabelFontSize: '12px',
  commitLabelColor: ink,
  commitLabelBackground: paper,
  commitLabelFontSize: '12px',
  archEdgeColor: line,
  archEdgeArrowColor: line,
  archGroupBorderColor: groupLine,
  scaleLabelColor: ink,
  xyChart: {
    backgroundColor: paper,
    titleColor: ink,
    dataLabelColor: ink,
    legendTextColor: ink,
    xAxisTitleColor: ink,
    xAxisLabelColor: soft,
    xAxisTickColor: faint,
    xAxisLineColor: border,
    yAxisTitleColor: ink,
    yAxisLabelColor: soft,
    yAxisTickColor: faint,
    yAxisLineColor: border,
    plotColorPalette: series.map((_, at) => nth(at).line).join(','),
  },
  faceColor: paper,
  packet: {
    byteFontSize: '11px',
    labelFontSize: '13px',
    startByteColor: soft,
    endByteColor: soft,
    labelColor: ink,
    titleColor: ink,
    blockStrokeColor: border,
    blockFillColor: node,
  },
  radar: { axisColor: faint, graticuleColor: faint, graticuleOpacity: 1, curveOpacity: 0.15 },
  ...numbered(
    12,
    (at) => `cScale${at}`,
    (at) => nth(at).fill,
  ),
  ...numbered(
    12,
    (at) => `cScalePeer${at}`,
    (at) => nth(at).line,
  ),
  ...numbered(
    12,
    (at) => `cScaleInv${at}`,
    (at) => nth(at).line,
  ),
  ...numbered(
    12,
    (at) => `cScaleLabel${at}`,
    () => ink ?? '',
  ),
  ...numbered(
    12,
    (at) => `pie${at + 1}`,
    (at) => nth(at).fill,
  ),
  ...numbered(
    8,
    (at) => `git${at}`,
    (at) => nth(at).line,
  ),
  ...numbered(
    8,
    (at) => `gitInv${at}`,
    (at) => nth(at).line,
  ),
  ...numbered(
    8,
    (at) => `gitBranchLabel${at}`,
    () => paper ?? '',
  ),
  ...numbered(
    8,
    (at) => `fillType${at}`,
    (at) => nth(at).fill,
  ),
};

/** Boxes by meaning: `A:::store`, without a `classDef` of one's own. */
const byMeaning = meanings
  .map((meaning) => {
    const [stroke, fill] = [standIn(meaning), standIn(`${meaning}-fill`)];
    return `.node.${meaning} rect, .node.${meaning} circle, .node.${meaning} ellipse, .node.${meaning} polygon, .node.${meaning} path, .node.${meaning} .outer-path { fill: ${fill}; stroke: ${stroke}; }`;
  })
  .join('\n');

/** Charts whose series go by class. */
const bySeries = Array.from({ length: 12 }, (_, at) => {
  const { line: stroke, fill } = nth(at);
  return `.radarCurve-${at} { stroke: ${stroke}; fill: ${stroke}; fill-opacity: 0.15; }
.radarLegendBox-${at} { stroke: ${stroke}; fill: ${stroke}; fill-opacity: 0.4; }
.cluster.section-${at} rect, .cluster.section-${at} path { fill: ${group}; stroke: ${groupLine}; }
.section-edge-${at} { stroke: ${stroke}; }
.mindmap-node.section-${at} path, .mindmap-node.section-${at} rect, .mindmap-node.section-${at} circle, .mindmap-node.section-${at} polygon { fill: ${fill}; stroke: ${stroke}; stroke-width: 1px; }`;
}).join('\n');

/** What the theme variables do not reach, after mermaid's own rules. */
export const themeCSS = `
${byMeaning}
${bySeries}
.radarGraticule { fill: none; stroke: ${faint}; }
.radarAxisLine { stroke: ${faint}; }
.edge-depth-0, .edge-depth-1 { stroke-width: 4px; }
.edge-depth-2, .edge-depth-3, .edge-depth-4 { stroke-width: 2px; }
.grid .tick line { stroke: ${faint}; }
.grid path { stroke: ${faint}; }
.grid .tick { opacity: 1; }
.grid .tick text { fill: ${soft}; }
text.journey-section, text.task, .journey-section tspan { fill: ${ink}; }
.edgeLabel rect, .edgeLabel .label rect, .edgeLabel .background, .edgeLabels rect { opacity: 1; fill: ${paper}; stroke: none; }
.edgeLabels text, .edgeLabels tspan, .edgeTerminals text { font-size: 13px; fill: ${soft}; }
.edgeTerminals text, .edgeTerminals tspan { font-size: 12px; fill: ${soft}; paint-order: stroke; stroke: ${paper}; stroke-width: 4px; }
.cluster rect { stroke: ${groupLine}; fill: ${group}; }
.cluster-label text, .cluster-label tspan { font-weight: 600; font-size: 13px; fill: ${soft}; }
.flowchartTitleText { font-size: 16px; font-weight: 600; }

.node.c4 tspan[font-style="italic"], .edgeLabels tspan[font-style="italic"] { font-style: normal; font-size: 12px; fill: ${soft}; }
.cluster-label tspan[font-style="italic"] { font-style: normal; font-weight: 400; }
.cluster.c4boundary rect { stroke-dasharray: 6 4; stroke: ${border}; }
.cluster.c4node rect { stroke: ${border}; }

text.actor > tspan { font-weight: 600; }
.actor-man circle, .actor-man line { stroke: ${border}; stroke-width: 1.5px; }
.actor-line { stroke: ${faint}; stroke-width: 1px; }
.messageText { paint-order: stroke; stroke: ${paper}; stroke-width: 4px; }
.messageLine1 { stroke-dasharray: 4 3; }
.loopLine { stroke-width: 1px; stroke-dasharray: none; stroke: ${border}; }
.loopText, .loopText > tspan { font-size: 12px; paint-order: stroke; stroke: ${paper}; stroke-width: 4px; }
.labelText, .labelText > tspan { font-size: 12px; font-weight: 600; }
.numberDisc { fill: ${line}; }
.sequenceNumber { font-size: 11px; font-weight: 600; fill: ${paper}; }
rect.rect { fill: ${row}; stroke: ${faint}; }
[id$="-filled-head"] path, [id$="-crosshead"] path, [id$="-arrowhead"] path { fill: ${line}; stroke: ${line}; }

.label.name text, .label.name tspan, .label-group text, .label-group tspan { font-weight: 600; }
.annotation-group text, .annotation-group tspan, .label.attribute-type tspan, .label.attribute-comment tspan, .label.attribute-keys tspan { fill: ${soft}; }
.annotation-group tspan { font-size: 12px; }
[class^="row-rect"] path, .divider path { stroke: ${faint}; stroke-width: 1px; }
.node .outer-path path, .node .frame { stroke-width: 1px; }
.node .frame { stroke: ${border}; fill: none; }

.statediagram-cluster rect.outer { fill: ${node}; }
.statediagram-cluster rect.inner { stroke: none; fill: ${group}; }
.statediagram-state.statediagram-note rect, .note rect { stroke-width: 1px; }
`;
