/**
 * What a service that runs analyses and those who ask it say to each other: records for what stands
 * in the JSON of both directions.
 */
@NullMarked
package org.liegg.client;

import org.jspecify.annotations.NullMarked;
