package helpdesk.platform.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found so far. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MentionsFound(
        List<Mention> items,

        @Schema(description = "Where it goes on: send it as after. Absent when all was searched")
        String next) {}
