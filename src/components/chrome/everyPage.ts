/** What pages listen to, as one module: many small ones weigh twice as much. Each part wakes where its element stands. */
import '../contents/pageContents.ts';
import '../design/formatSwitch.ts';
import '../overrides/themeButton.ts';
import '../whatIf/listen.ts';
import './sidebarPane.ts';
import '../../search/door.ts';
import { listen } from '../../diagrams/viewer/listen.ts';
import { awaken } from '../copy/awaken.ts';
import { drawIcons, drawLate } from './drawLate.ts';

drawIcons();
drawLate();
listen();
awaken();
