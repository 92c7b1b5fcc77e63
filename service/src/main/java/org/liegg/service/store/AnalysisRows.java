package org.liegg.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.Outcome;
import org.liegg.client.Progress;
import org.liegg.client.ServiceError;
import org.liegg.client.ServiceJson;

/** Analyses as rows of their table. */
final class AnalysisRows implements RowMapper<Analysis> {
  private static final JsonMapper JSON = ServiceJson.lenient();

  @Override
  public Analysis map(ResultSet row, StatementContext context) throws SQLException {
    AnalysisState state = AnalysisState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    return new Analysis(
        row.getString("id"),
        state,
        read(row.getString("request"), AnalysisRequest.class),
        new Analysis.Times(
            Instant.ofEpochMilli(row.getLong("created")),
            instant(row, "started"),
            instant(row, "finished"),
            row.getInt("attempts")),
        text(row, "progress").map(json -> read(json, Progress.class)),
        text(row, "outcome").map(json -> read(json, Outcome.class)),
        text(row, "error_code")
            .map(code -> new ServiceError(code, text(row, "error_message").orElse(""))));
  }

  /** The JSON of what the client's vocabulary has. */
  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row that this program wrote is not what it writes", e);
    }
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Optional<String> text(ResultSet row, String column) {
    try {
      return Optional.ofNullable(row.getString(column));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
