import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One HTML file a page, in html/: the server hands out the one that the seat's role opens.
const pages = Object.fromEntries(
	readdirSync(here("html"))
		.filter((file) => file.endsWith(".html"))
		.map((file) => [file.replace(".html", ""), here(`html/${file}`)]),
);

export default defineConfig({
	root: here("html"),
	base: "/built/",
	publicDir: here("public"),
	cacheDir: here("node_modules/.vite"),
	resolve: { alias: { "@": here("src") } },
	build: {
		outDir: here("../src/hemicycle/web/built"),
		emptyOutDir: true,
		target: "es2023",
		assetsInlineLimit: 0,
		// The content security policy allows no inline script, and every browser served has modulepreload.
		modulePreload: { polyfill: false },
		rollupOptions: { input: pages },
	},
	test: { root: here("src"), environment: "node" },
});
