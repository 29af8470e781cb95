package helpdesk.local.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Rows of words in aligned columns. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> rightAligned;

    /** @param rightAligned the columns, from 0, that hold numbers */
    public Table(Integer... rightAligned) {
        this.rightAligned = List.of(rightAligned);
    }

    /** Adds a row; rows may differ in length. */
    public Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** @return the lines, indented by two blanks and without blanks at their ends */
    public List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> widths = new ArrayList<>(Collections.nCopies(columns, 0));
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths.set(column, Math.max(widths.get(column), row.get(column).length()));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String padding = " ".repeat(widths.get(column) - row.get(column).length());
            line.append(GAP);
            line.append(rightAligned.contains(column) ? padding + row.get(column) : row.get(column) + padding);
        }
        return line.toString().stripTrailing();
    }
}
