import { readdirSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One HTML file a page, in html/: the server hands out the one that the seat's role opens.
const pages = Object.fromEntries(
	readdirSync(here("html"))
		.filter((file) => file.endsWith(".html"))
		.map((file) => [file.replace(".html", ""), here(`html/${file}`)]),
);

const built = here("../src/hemicycle/web/built");

/** What is not compressed in itself, as fonts are. */
const COMPRESSIBLE = /\.(js|css|svg|json)$/;
/** What fits into one packet does not come sooner. */
const WORTH_IT = 1_200;

/** Puts a smaller copy for each content coding beside what is built: the server hands it out as it is. */
function compressed(): Plugin {
	const codings = {
		br: (content: Buffer) =>
			promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
		gz: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
	};
	return {
		name: "compressed",
		apply: "build",
		async closeBundle() {
			const files = await readdir(built, { recursive: true, withFileTypes: true });
			await Promise.all(
				files
					.filter((file) => file.isFile() && COMPRESSIBLE.test(file.name))
					.map(async ({ parentPath, name }) => {
						const path = join(parentPath, name);
						const content = await readFile(path);
						if (content.byteLength < WORTH_IT) return;
						for (const [suffix, compress] of Object.entries(codings)) {
							await writeFile(`${path}.${suffix}`, await compress(content));
						}
					}),
			);
		},
	};
}

/** Subjects whose strings come together, as the parts of the pages that show them are shared. */
const SHARED_STRINGS: Record<string, readonly string[]> = {
	ui: ["booth-signs", "clip", "keyboard", "recording", "refusals", "ui", "words"],
	controls: ["captions", "channel", "media", "speech"],
};

/** The name of the chunk that holds a file of strings: one a language and page, or a language and room. */
function stringsChunk(path: string): string | null {
	const [, language, subject = ""] = /\/src\/i18n\/(en|kk|ko|ru)\/([\w-]+)\.ts$/.exec(path) ?? [];
	if (!language) return null;
	const room = Object.keys(SHARED_STRINGS).find((name) => SHARED_STRINGS[name]?.includes(subject));
	return `${room ?? subject.split("-")[0]}-${language}`;
}

export default defineConfig({
	plugins: [compressed()],
	root: here("html"),
	base: "/built/",
	publicDir: here("public"),
	cacheDir: here("node_modules/.vite"),
	resolve: { alias: { "@": here("src") } },
	build: {
		outDir: built,
		emptyOutDir: true,
		target: "es2023",
		assetsInlineLimit: 0,
		// The licences of every package whose code or fonts are in the pages: the wheel carries them.
		license: { fileName: "licences.md" },
		// The content security policy allows no inline script, and every browser served has modulepreload.
		modulePreload: { polyfill: false },
		rolldownOptions: {
			input: pages,
			output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: stringsChunk }] } },
			// A dictionary that no module of a page uses is left out of that page, though the index names it.
			treeshake: {
				moduleSideEffects: [{ test: /\/src\/i18n\/(index|strings\/[\w-]+)\.ts$/, sideEffects: false }],
			},
		},
	},
	test: { root: here("src"), environment: "node" },
});
