package helpdesk.notification.webhook;

import java.net.InetAddress;

/** A block of IP addresses, as 10.0.0.0/8 or fc00::/7 writes it (RFC 4632, RFC 4291). */
record AddressBlock(InetAddress first, int prefix) {

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is none
     */
    static AddressBlock of(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            InetAddress first = InetAddress.ofLiteral(parts[0]);
            int longest = first.getAddress().length * Byte.SIZE;
            int prefix = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
            if (parts.length <= 2 && prefix >= 0 && prefix <= longest) {
                return new AddressBlock(first, prefix);
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below.
        }
        throw new IllegalArgumentException("No block of addresses, such as 10.0.0.0/8: " + text);
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
