package helpdesk.customer.lapse;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well those who stayed away were won back. */
@Schema(name = "WinBackInsight")
record WinBackView(Instant from, Instant to, List<WinBackLine> rules) {}
