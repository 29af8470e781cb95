package helpdesk.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import helpdesk.local.process.OwnerOnlyFile;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a launcher writes down about its stack, for the other commands. It outlives the launcher, so readers check whether its
 * process still runs.
 *
 * @param launcherPid the launcher's process
 * @param ready whether all parts have been ready, and everything of the start is done
 * @param port the gateway's
 * @param url the address given to people
 * @param parts in the order in which they are shown
 */
public record StackState(long launcherPid, boolean ready, int port, String url, List<PartState> parts) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @return what was written last; nothing if there never was a stack, or the file was damaged */
    public static Optional<StackState> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), StackState.class))
                    : Optional.empty();
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StartFailure("%s can't be read: see that it belongs to you.".formatted(file), e);
        }
    }

    /** Writes it, whole or not at all. */
    public void write(Path file) throws IOException {
        OwnerOnlyFile.write(file, JSON.writeValueAsString(this) + "\n");
    }

    /** @return the part of that name */
    public Optional<PartState> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** @return whether it runs a PostgreSQL of its own, rather than using one that was there */
    public boolean ownsPostgres() {
        return part(PostgresPart.NAME).isPresent();
    }
}
