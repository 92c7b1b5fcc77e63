/** Ways to damage bytes, words, JSON trees and archives so that the damage reaches the reader. */
@NullMarked
package org.liegg.fuzz.mutate;

import org.jspecify.annotations.NullMarked;
