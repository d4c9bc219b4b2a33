import { Link } from "@/link";
import { canPlay, Player } from "@/media";
import { show } from "@/ui/page";
import { Hall } from "./hall";

const link = new Link();
const able = canPlay();
const player = able.ok ? new Player(link) : null;
void show(<Hall link={link} player={player} missing={able.ok ? null : able.missing} />);
