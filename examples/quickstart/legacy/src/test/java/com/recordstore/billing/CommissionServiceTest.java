package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class CommissionServiceTest {
  @Test
  void commissionsOfAMonth() throws Exception {
    try (Connection connection = Days.inHeadOfficeTime()) {
      CommissionService commissions = new CommissionService(connection);

      // January 2009: invoices 2 (3.96), 3 (5.94), 5 (13.86) are agent 4's: 23.76 at 3 %
      assertThat(commissions.commission(4, 2009, 1)).isEqualTo(0.71);
      // 1 (1.98), 4 (8.91) are agent 5's: 10.89 at 3 %
      assertThat(commissions.commission(5, 2009, 1)).isEqualTo(0.33);
      // 6 (0.99) is agent 3's: 2 %
      assertThat(commissions.commission(3, 2009, 1)).isEqualTo(0.02);
    }
  }
}
