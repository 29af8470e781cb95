package helpdesk.local;

import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.FakeService;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A source tree as it looks when it has been built, with services that do nothing but say that they are ready. */
final class FakeTree {

    private FakeTree() {}

    static void plant(Path root) throws IOException {
        Path module = Path.of(System.getProperty("helpdesk.kafka.libraries"))
                .getParent()
                .getParent();
        Files.createSymbolicLink(root.resolve("local"), module);
        for (ServiceKind service : ServiceKind.values()) {
            Path jar = service.jar(root);
            Files.createDirectories(jar.getParent());
            writeJar(jar, module.resolve("target").resolve("test-classes"));
        }
    }

    private static void writeJar(Path jar, Path classes) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, classes.toUri().toString());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream closed = new JarOutputStream(file, manifest)) {
            closed.finish();
        }
    }
}
