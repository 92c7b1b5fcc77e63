/**
 * Reports: what was found, section by section, as records whose components are the fields of the
 * JSON formats. Nothing is computed here. Sections of more than a few fields are groups of smaller
 * records; the JSON writes the fields of a group as if they stood in the section itself.
 */
@NullMarked
package org.liegg.api.report;

import org.jspecify.annotations.NullMarked;
