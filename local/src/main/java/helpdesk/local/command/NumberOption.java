package helpdesk.local.command;

import helpdesk.local.process.StartFailure;

/** What options take that are numbers. */
final class NumberOption {

    private NumberOption() {}

    /**
     * Checks what was given.
     *
     * @param name of the option, with its dashes
     * @throws StartFailure when it is not from {@code least} to {@code most}
     */
    static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartFailure(
                    "%s takes a number from %d to %d; %d is not one.".formatted(name, least, most, value));
        }
    }
}
