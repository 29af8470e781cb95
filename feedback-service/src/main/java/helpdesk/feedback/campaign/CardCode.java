package helpdesk.feedback.campaign;

import io.nayuki.qrcodegen.QrCode;

/** Draws the code on a card, by which a telephone finds the link. */
final class CardCode {

    /** Modules around the code that stay white (ISO/IEC 18004). */
    private static final int QUIET_ZONE = 4;

    private CardCode() {}

    /** The code for the text, as a picture without a size of its own. */
    static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
                }
            }
        }
        int side = code.size + 2 * QUIET_ZONE;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
                <title>How are we doing?</title>
                <rect width="%1$d" height="%1$d" fill="#fff"/>
                <path d="%2$s" fill="#000"/>
                </svg>
                """.formatted(side, path);
    }
}
