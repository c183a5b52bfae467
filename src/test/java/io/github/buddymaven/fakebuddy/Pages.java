package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.buddymaven.fakebuddy.Answer.Refusal;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How a list is cut into pages, by {@code page} from 1 and {@code per_page}.
 *
 * @param size the elements in a page if the request does not say
 * @param envelope whether the answer counts pages and elements, as Buddy's list of runs does
 * @param perPage whether the request may say how many elements it wants
 * @param turns whether another page than the first is ever sent
 * @param ends whether there is a last page; if not, elements are made up
 */
public record Pages(int size, boolean envelope, boolean perPage, boolean turns, boolean ends) {

    /** One page with everything, whatever the request says. */
    public static Pages one() {
        return new Pages(Integer.MAX_VALUE, false, false, false, true);
    }

    public static Pages of(int size) {
        return new Pages(size, false, true, true, true);
    }

    public Pages withEnvelope() {
        return new Pages(size, true, perPage, turns, ends);
    }

    /** Ignores {@code per_page}. */
    public Pages ofFixedSize() {
        return new Pages(size, envelope, false, turns, ends);
    }

    /** Ignores {@code page} and sends the first page again and again. */
    public Pages repeated() {
        return new Pages(size, envelope, perPage, false, ends);
    }

    /** Goes on for ever with elements that nobody created. */
    public Pages endless() {
        return new Pages(size, envelope, perPage, turns, false);
    }

    /** Puts a page of these elements into an answer. */
    void put(ObjectNode json, String field, List<ObjectNode> all, RecordedRequest request) {
        int length = perPage ? positive(request, "per_page", size) : size;
        int page = turns ? positive(request, "page", 1) : 1;
        long first = (page - 1L) * length;
        List<ObjectNode> some = ends
                ? all.stream().skip(first).limit(length).toList()
                : LongStream.range(first, first + length)
                        .mapToObj(index -> element(all, index))
                        .toList();
        if (envelope) {
            int pages = ends ? (all.size() + length - 1) / length : page + 1;
            json.put("page", page)
                    .put("page_size", length)
                    .put("total_page_count", pages)
                    .put("element_count", some.size())
                    .put("total_element_count", ends ? all.size() : pages * (long) length);
        }
        json.putArray(field).addAll(some);
    }

    private static ObjectNode element(List<ObjectNode> all, long index) {
        if (index < all.size()) {
            return all.get((int) index);
        }
        return Json.object().put("id", 1_000_000 + index).put("name", "Made up " + index);
    }

    private static int positive(RecordedRequest request, String parameter, int byDefault) {
        String value = request.parameter(parameter).orElse(Integer.toString(byDefault));
        if (!value.matches("[1-9][0-9]{0,9}")) {
            throw new Refusal(400, "Parameter " + parameter + " must be a positive integer.");
        }
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(value));
    }
}
