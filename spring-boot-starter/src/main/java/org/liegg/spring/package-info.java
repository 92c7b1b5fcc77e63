/**
 * LieGG in applications of Spring Boot, 3.5 and 4: the façade as a bean, what {@code liegg.…}
 * properties say of it, and {@link org.liegg.spring.SymmetryRecorder}, which remembers the last
 * answer of every model's gates for health and metrics. JSON is written in {@code json}, health is
 * answered in {@code health}.
 */
@NullMarked
package org.liegg.spring;

import org.jspecify.annotations.NullMarked;
