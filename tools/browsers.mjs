// Fills the table of docs/browsers.md: `node tools/browsers.mjs DATA`.
//
// DATA is `data.json` of the npm package @mdn/browser-compat-data. What the pages use is listed, by hand,
// in browsers.json beside this file; the tests see that the list is whole and true.
import { readFileSync, writeFileSync } from "node:fs";

const BROWSERS = ["chrome", "chrome_android", "firefox", "safari", "safari_ios"];
const HEADS = ["Chrome, Edge", "Chrome on Android", "Firefox", "Safari", "Safari on iOS"];
const DOCUMENT = new URL("../docs/browsers.md", import.meta.url);

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("node tools/browsers.mjs DATA: the path of data.json");
const data = JSON.parse(readFileSync(path, "utf8"));
const listed = JSON.parse(readFileSync(new URL("browsers.json", import.meta.url), "utf8"));

/** The first version that has it, `–` where none has. */
function since(entry, browser) {
	if (entry.worker?.includes(browser)) return "–";
	const place = entry.compat.split(".").reduce((here, part) => here?.[part], data);
	const support = place?.__compat?.support[browser];
	if (support === undefined) throw new Error(`${entry.compat}: not in the data`);
	// Under a flag or another name it is not there for us.
	const plain = [support].flat().filter((one) => !one.flags && !one.prefix && !one.alternative_name);
	const { version_added: version, version_removed: removed } = plain[0] ?? {};
	return typeof version === "string" && version !== "preview" && !removed ? version.replace("≤", "") : "–";
}

const rows = listed.map((entry) => [
	entry.name,
	entry.for,
	...BROWSERS.map((browser) => since(entry, browser)),
	entry.guard ? `[asked first](../${entry.guard[0]}); ${entry.without}` : entry.without,
]);
const table = [["what", "for", ...HEADS, "without it"], Array(rows[0].length).fill("---"), ...rows]
	.map((row) => `| ${row.join(" | ")} |`)
	.join("\n");
const { version, timestamp } = data.__meta;
const source = `From MDN's browser-compat-data ${version} of ${timestamp.slice(0, 10)}.`;
const made = /(<!-- made: browsers -->\n)[^]*?(<!-- \/made -->)/;
const before = readFileSync(DOCUMENT, "utf8");
writeFileSync(DOCUMENT, before.replace(made, (_, begin, end) => `${begin}${source}\n\n${table}\n${end}`));
