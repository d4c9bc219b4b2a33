/** A JSON value, as it comes from the server. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function isObject(value: Json | undefined): value is { [key: string]: Json } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The target with a JSON merge patch (RFC 7396) applied to it.
 *
 * Neither is changed; parts that the patch does not touch are shared with the target, so that what did
 * not change is the same object as before.
 */
export function mergePatch(target: Json | undefined, patch: Json): Json {
	if (!isObject(patch)) return patch;
	const merged: { [key: string]: Json } = isObject(target) ? { ...target } : {};
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) delete merged[key];
		else merged[key] = mergePatch(Object.hasOwn(merged, key) ? merged[key] : undefined, value);
	}
	return merged;
}
