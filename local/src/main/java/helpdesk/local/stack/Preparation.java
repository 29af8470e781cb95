package helpdesk.local.stack;

import helpdesk.local.console.Console;
import helpdesk.local.demo.Demonstration;
