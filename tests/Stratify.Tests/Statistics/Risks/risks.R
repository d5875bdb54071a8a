# A held-back logit, the area under a curve and calibration as R has them, for R's own infert (../Models/infert.csv). Run in this folder with: Rscript risks.R
# The ridge is found by optim, which knows no score or weight; DeLong's variance by looking at every pair; calibration by glm.
options(digits = 15)
rows <- list()
keep <- function(what, quantity, name, value) rows[[length(rows) + 1]] <<- data.frame(what, quantity, name, value = sprintf("%.12g", value))
d <- read.csv("../Models/infert.csv")
x <- cbind(1, d$age, d$spontaneous, d$induced)
names <- c("(intercept)", "age", "spontaneous", "induced")
for (lambda in c(1, 10, 100)) {
  loss <- function(b) { e <- x %*% b; 2 * sum(log1p(exp(-abs(e))) + pmax(e, 0) - d$case * e) + lambda * sum(b[-1]^2) }
  slope <- function(b) { e <- x %*% b; as.vector(2 * t(x) %*% (plogis(e) - d$case)) + 2 * lambda * c(0, b[-1]) }
  b <- c(-1, 0, 0, 0)
  for (i in 1:20) b <- optim(b, loss, slope, method = "BFGS", control = list(reltol = 1e-16, maxit = 10000))$par
  p <- as.vector(plogis(x %*% b))
  error <- sqrt(diag(solve(crossprod(x * sqrt(p * (1 - p))) + diag(c(0, lambda, lambda, lambda)))))
  for (i in 1:4) { keep(paste("ridge", lambda), "coefficient", names[i], b[i]); keep(paste("ridge", lambda), "error", names[i], error[i]) }
}
score <- -1.2 + 0.8 * d$spontaneous + 0.3 * d$induced
with <- score[d$case == 1]; without <- score[d$case == 0]
pairs <- outer(with, without, function(a, b) (a > b) + (a == b) / 2)
error <- sqrt(var(rowMeans(pairs)) / length(with) + var(colMeans(pairs)) / length(without))
keep("area", "value", "", mean(pairs)); keep("area", "lower", "", mean(pairs) - qnorm(0.975) * error); keep("area", "upper", "", mean(pairs) + qnorm(0.975) * error)
tight <- glm.control(epsilon = 1e-14, maxit = 100)
line <- summary(glm(d$case ~ score, family = binomial, control = tight))$coefficients[2, ]
all <- summary(glm(d$case ~ offset(score), family = binomial, control = tight))$coefficients[1, ]
for (end in c(0, -1, 1)) {
  name <- c("lower", "value", "upper")[end + 2]
  keep("slope", name, "", line[[1]] + end * qnorm(0.975) * line[[2]]); keep("intercept", name, "", all[[1]] + end * qnorm(0.975) * all[[2]])
}
write.csv(do.call(rbind, rows), "risks.csv", row.names = FALSE, quote = FALSE)
