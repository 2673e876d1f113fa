// What Logseq's parser sees: JSON texts on standard input, one JSON reading a line.
// node reading.js, with the npm package mldoc where node finds it.
const { Mldoc } = require(require.resolve("mldoc", { paths: [process.cwd()] }));
const config = JSON.stringify({
  toc: false, parse_outline_only: false, heading_number: false, keep_line_break: true,
  format: "Markdown", heading_to_list: false, exporting_keep_properties: false,
  inline_type_with_pos: false, inline_skip_macro: false, export_md_remove_options: [],
  hiccup_in_block: true,
});

function walk(node, found) {
  if (!Array.isArray(node)) return;
  const [name, value] = node;
  if (name === "Property_Drawer") {
    found.properties.push(...value.map((property) => property.slice(0, 2)));
  } else if (name === "Timestamp" && ["Scheduled", "Deadline"].includes(value[0])) {
    const { year, month, day } = value[1].date;
    found.dates.push([value[0].toUpperCase(), year, month, day]);
  } else if ((name === "Raw_Html" || name === "Inline_Html") && value.startsWith("<!--")) {
    found.comments.push(value);
  } else if (name === "Heading") {
    walk(value.title, found);
  } else {
    node.forEach((inner) => walk(inner, found));
  }
}

function reading(text) {
  const found = { blocks: [], properties: [], dates: [], comments: [] };
  const bytes = Buffer.from(text);
  for (const [node, place] of JSON.parse(Mldoc.parseJson(text, config))) {
    if (node[0] === "Heading") {
      const before = bytes.subarray(0, place.start_pos).toString();
      const { level, marker, priority, size, unordered } = node[1];
      found.blocks.push({
        line: before.split("\n").length, level, marker: marker || null,
        priority: priority || null, size: size || 0, dash: unordered,
      });
    }
    walk(node, found);
  }
  return found;
}

const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
for (const text of texts) console.log(JSON.stringify(reading(text)));
