package helpdesk.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser as small as a telephone: Debian's Chromium, of the packages chromium and chromium-driver. */
final class Browser implements AutoCloseable {

    private static final Dimension TELEPHONE = new Dimension(390, 844);
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

    /** What axe-core checks: the Web Content Accessibility Guidelines 2.2, levels A and AA, and what is good practice beside them. */
    private static final String CHECK = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(found => done(found.violations.map(one =>
                one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', '))));""";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static boolean isInstalled() {
        return first(BROWSERS).isPresent() && first(DRIVERS).isPresent();
    }

    /**
     * A browser without any script.
     *
     * @param dark whether whoever sits before it likes it dark
     */
    static Browser open(boolean dark) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(first(BROWSERS).orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--lang=en",
                dark ? "--force-dark-mode" : "--disable-extensions");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(first(DRIVERS).orElseThrow()).toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(TELEPHONE);
        return new Browser(driver);
    }

    private static Optional<String> first(List<String> paths) {
        return paths.stream().filter(path -> Files.isExecutable(Path.of(path))).findFirst();
    }

    void look(String address) {
        driver.get(address);
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String attribute(String css, String name) {
        return driver.findElement(By.cssSelector(css)).getDomAttribute(name);
    }

    /** Whether the page is wider than the screen, so that one must push it to and fro. */
    boolean isTooWide() {
        return (boolean) driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth");
    }

    /** Presses keys, one after the other, wherever the focus is. */
    void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            driver.switchTo().activeElement().sendKeys(key);
        }
    }

    /** Goes on with the tabulator until the focus is on such an element; at most through a hundred. */
    void tabTo(String css) {
        WebElement wanted = driver.findElement(By.cssSelector(css));
        for (int i = 0; i < 100; i++) {
            press(Keys.TAB);
            if (driver.switchTo().activeElement().equals(wanted)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + css);
    }

    /** What keeps somebody from using the page: nothing, or the rules that it breaks, and where. */
    List<String> obstacles() {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript(CHECK);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    /** Keeps a picture of the page for who reads the results of the tests. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
