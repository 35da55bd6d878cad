// File permissions as an ordinary user meets them, for tests that may run as root.
#pragma once

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <stdexcept>

namespace sparring {

// While it lives, permissions bind this thread even where the tests run as root.
class BoundByPermissions {
 public:
  BoundByPermissions() {
    syscall(SYS_capget, &m_header, m_before);
    __user_cap_data_struct without[2] = {m_before[0], m_before[1]};
    without[0].effective &= ~(1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH);
    if (syscall(SYS_capset, &m_header, without) != 0) throw std::runtime_error("capset fails");
  }
  ~BoundByPermissions() { syscall(SYS_capset, &m_header, m_before); }
  BoundByPermissions(const BoundByPermissions&) = delete;
  BoundByPermissions& operator=(const BoundByPermissions&) = delete;

 private:
  __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct m_before[2]{};
};

}  // namespace sparring
