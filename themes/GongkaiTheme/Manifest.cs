using OrchardCore.DisplayManagement.Manifest;

[assembly: Theme(
    Name = "公开主题",
    Author = "Gongkai",
    Version = "0.1.0",
    Description = "政府信息公开网站的默认主题：安静、易读、适合手机和打印。",
    Dependencies = ["OrchardCore.Themes", "OrchardCore.Liquid"])]
