package helpdesk.local.stack;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What has been done once for a data directory and is not done again.
 *
 * @param file a line for each
 */
public record Milestones(Path file) {

    /** The first administrator's password has been shown at the terminal. */
    public static final String PASSWORD_SHOWN = "admin-password-shown";

    /** The demonstration data has been filled in. */
    public static final String DEMO_FILLED = "demo-filled";

    /** @return whether it has been done */
    public boolean reached(String milestone) {
        try {
            return Files.exists(file) && Files.readAllLines(file).contains(milestone);
        } catch (IOException e) {
            throw new StartFailure("%s can't be read: see that it belongs to you.".formatted(file), e);
        }
    }

    /** Notes that it has been done. */
    public void reach(String milestone) {
        try {
            Files.writeString(file, milestone + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StartFailure("%s can't be written: see that it belongs to you.".formatted(file), e);
        }
    }
}
