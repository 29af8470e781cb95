package helpdesk.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How much of the machine's memory a process holds, with those it started. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /**
     * A process without children counts its resident set; one with children (PostgreSQL) counts each page that they share once,
     * by the kernel's proportional figure where there is one.
     *
     * @return KiB; empty if it is gone or the system does not tell
     */
    public static OptionalLong kibibytes(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        if (family.size() == 1) {
            return ofOne(process);
        }
        long sum = 0;
        for (ProcessHandle member : family) {
            OptionalLong share = field(member, "smaps_rollup", "Pss:");
            sum += share.isPresent() ? share.getAsLong() : ofOne(member).orElse(0);
        }
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /** @return KiB of the process alone; empty if it is gone or the system does not tell */
    public static OptionalLong ofOne(ProcessHandle process) {
        OptionalLong linux = field(process, "status", "VmRSS:");
        return linux.isPresent() ? linux : byPs(process.pid());
    }

    private static OptionalLong field(ProcessHandle process, String file, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file)).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException notLinuxOrGone) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong byPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            ps.waitFor(5, TimeUnit.SECONDS);
            return said.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(said));
        } catch (IOException | NumberFormatException untold) {
            return OptionalLong.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
