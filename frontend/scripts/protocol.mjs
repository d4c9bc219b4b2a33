// Makes src/wire/protocol.ts from the JSON schema that the server's `wire` makes.
// Usage: node scripts/protocol.mjs SCHEMA OUTPUT
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const [schemaFile, outputFile] = process.argv.slice(2);
const schema = JSON.parse(await readFile(schemaFile, "utf8"));
const source = await compile(schema, "Protocol", {
	additionalProperties: false,
	bannerComment: "// Made from the server's `wire` by `make generate`. Do not change it by hand.",
	style: { useTabs: true, printWidth: 110 },
	unreachableDefinitions: true,
});
// json-schema-to-typescript notes in each type where the schema refers to it: noise to a reader.
await writeFile(
	outputFile,
	source
		.replace(
			/(\n[ \t]*\*)?\n[ \t]*\* This interface was referenced by `[^`]*`'s JSON-Schema(?: definition)?\n[ \t]*\* via the `[^`]*` "[^"]*"\./g,
			"",
		)
		.replace(/\n[ \t]*\/\*\*\n[ \t]*\*\/(?=\n)/g, ""),
);
