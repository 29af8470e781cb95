package helpdesk.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import helpdesk.local.process.OwnerOnlyFile;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is in a backup. It is written last, so a backup that was broken off has none.
 *
 * @param format how the backup is laid out, {@value #FORMAT} now
 * @param madeAt RFC 3339
 * @param bytes of the databases
 * @param events published and not handled by everybody when it was made
 * @param topics the partitions of each
 */
public record BackupContents(int format, String madeAt, long bytes, long events, Map<String, Integer> topics) {

    static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Reads it.
     *
     * @throws StartFailure if the folder is no whole backup, or one that is not understood
     */
    public static BackupContents of(Path backup) {
        Path file = file(backup);
        if (!Files.exists(file)) {
            throw new StartFailure(
                    "%s holds no whole backup: name the folder that './helpdesk backup' ended with.".formatted(backup));
        }
        try {
            BackupContents contents = JSON.readValue(Files.readString(file), BackupContents.class);
            if (contents.format() != FORMAT) {
                throw new StartFailure(
                        "The backup in %s has the format %d, this launcher reads %d: use the version that made it."
                                .formatted(backup, contents.format(), FORMAT));
            }
            return contents;
        } catch (JsonProcessingException e) {
            throw new StartFailure("%s is damaged: take another backup.".formatted(file), e);
        } catch (IOException e) {
            throw new StartFailure("%s can't be read: see that it belongs to you.".formatted(file), e);
        }
    }

    void write(Path backup) throws IOException {
        OwnerOnlyFile.write(file(backup), JSON.writeValueAsString(this) + "\n");
    }

    private static Path file(Path backup) {
        return backup.resolve("backup.json");
    }
}
