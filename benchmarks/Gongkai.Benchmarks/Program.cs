using Gongkai.Benchmarks;

return await Commands.RunAsync(args);
