/*
 * Preloaded into btvirt where the kernel has no AF_ALG sockets (CONFIG_CRYPTO_USER_API): its LE controller
 * opens one for encryption, which unpaired sensors never ask for, and does not start without it. The real
 * calls are tried first; only where they fail for AF_ALG does an open of /dev/null stand in.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>

#ifndef AF_ALG
#define AF_ALG 38
#endif

int socket(int domain, int type, int protocol)
{
	int (*real)(int, int, int) = (int (*)(int, int, int))dlsym(RTLD_NEXT, "socket");
	int fd = real(domain, type, protocol);

	return fd >= 0 || domain != AF_ALG ? fd : open("/dev/null", O_RDWR | O_CLOEXEC);
}

int bind(int fd, const struct sockaddr *address, socklen_t length)
{
	int (*real)(int, const struct sockaddr *, socklen_t) =
		(int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "bind");
	int result = real(fd, address, length);

	return result < 0 && address && address->sa_family == AF_ALG ? 0 : result;
}
