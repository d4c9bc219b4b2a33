import type { KeyboardStrings } from "../strings/keyboard";

export default { title: "키보드", single: "한 글자 단축키(입력 중에는 제외)" } satisfies KeyboardStrings;
