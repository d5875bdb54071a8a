# One row a person: so many covariates as bytes, column by column, then the cost of each as doubles. R's own glm, from the same file.
arguments <- commandArgs(trailingOnly = TRUE)
people <- as.integer(arguments[2])
covariates <- as.integer(arguments[3])
file <- file(arguments[1], "rb")
x <- matrix(as.numeric(as.integer(readBin(file, "raw", people * covariates))), nrow = people)
y <- readBin(file, "double", people)
close(file)
started <- proc.time()
any_cost <- glm.fit(cbind(1, x), as.numeric(y > 0), family = binomial())
users <- y > 0
amount <- glm.fit(cbind(1, x[users, ]), y[users], family = Gamma(link = "log"), start = c(log(mean(y[users])), rep(0, covariates)))
took <- proc.time() - started
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", status[grep("VmHWM", status)])) / 1e3
cat(took[["user.self"]] + took[["sys.self"]], took[["elapsed"]], peak, formatC(c(coef(any_cost)[2], coef(amount)[2]), digits = 12, format = "g"), "\n")
