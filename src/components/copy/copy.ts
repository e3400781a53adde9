/** All that copies. */
import '../prompt/copyPrompt.ts';
import '../takeaway/copyPage.ts';
import { listenForCode } from '../../markdown/code/copyCode.ts';

listenForCode();
