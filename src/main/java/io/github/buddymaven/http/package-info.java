/**
 * Bytes over the wire: one request, one answer or one reason why there is none, within a time that holds. The only
 * package that knows HttpClient 5.
 */
@NullMarked
package io.github.buddymaven.http;

import org.jspecify.annotations.NullMarked;
