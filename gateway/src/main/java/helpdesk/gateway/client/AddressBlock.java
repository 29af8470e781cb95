package helpdesk.gateway.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What one client can send from: an IPv4 address, or the 64 bits of IPv6 that a household gets, in which it can have any. */
public final class AddressBlock {

    private static final int NETWORK_BYTES = 8;

    private AddressBlock() {}

    /** As it is counted; a text that is no address is taken as it is. */
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }
}
