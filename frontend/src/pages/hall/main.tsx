import { render } from "preact";
import { Link } from "@/link";
import { canPlay, Player } from "@/media";
import "@/ui/page";
import { Hall } from "./hall";

const link = new Link();
const able = canPlay();
const player = able.ok ? new Player(link) : null;
render(<Hall link={link} player={player} missing={able.ok ? null : able.missing} />, document.body);
